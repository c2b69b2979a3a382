import { ALL_FORMATS, FilePathSource, HLS, Input, type InputFormat } from 'mediabunny';

/** One track as mediabunny reads it. */
export interface ContainerTrack {
  kind: 'video' | 'audio' | 'other';
  /** Codec string as in a MIME type ("avc1.64001f"); empty when it is not known. */
  codec: string;
  /** Clockwise quarter turns to be made before showing, degrees. */
  rotation: number;
}

/** What a container holds. */
export interface Container {
  /** "MP4", "WebM", "Matroska", "MP3"... */
  name: string;
  /** For MediaSource, with every track's codec. */
  mime: string;
  tracks: ContainerTrack[];
}

/** A playlist names other files; only the file that was opened may be read. */
const FORMATS: InputFormat[] = ALL_FORMATS.filter((format) => format !== HLS);

/** Reads a container's tracks with mediabunny; null when it is none that mediabunny knows. */
export async function readContainer(path: string): Promise<Container | null> {
  const input = new Input({ formats: FORMATS, source: new FilePathSource(path) });
  try {
    if (!(await input.canRead())) return null;
    const tracks: ContainerTrack[] = [];
    for (const track of await input.getTracks()) {
      const kind = track.isVideoTrack() ? 'video' : track.isAudioTrack() ? 'audio' : 'other';
      const codec =
        track.isVideoTrack() || track.isAudioTrack() ? await track.getCodecParameterString() : null;
      const rotation = track.isVideoTrack() ? await track.getRotation() : 0;
      tracks.push({ kind, codec: codec ?? '', rotation });
    }
    const { name } = await input.getFormat();
    return { name, mime: await input.getMimeType(), tracks };
  } catch {
    // mediabunny throws on files that are cut short or damaged: ffmpeg may still make something of them.
    return null;
  } finally {
    input.dispose();
  }
}
