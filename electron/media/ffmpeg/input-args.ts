/**
 * ffmpeg's names of the formats in which a stranger's file may be: containers and streams that hold their media
 * themselves. What is left out on purpose names other files or hosts (hls, dash, concat, image2, sdp, rtsp, imf,
 * webm_dash_manifest, ffmetadata), draws text (tty, realtext, ass) or makes media of nothing (lavfi). The protocols
 * alone are not enough: an ffmpeg of 2018 connects from within a playlist in spite of `-protocol_whitelist`.
 */
const MEDIA_FORMATS = (
  'mov matroska mpegts avi flv live_flv mpeg mpegvideo m4v asf asf_o ogg rm mxf gxf wtv nut dv nuv ' +
  'mp3 aac loas ac3 eac3 truehd mlp dts dtshd wav w64 aiff au flac caf amr amrnb amrwb ape wv tta tak mpc mpc8 voc ' +
  'h264 hevc av1 obu ivf vc1 cavsvideo dirac mjpeg yuv4mpegpipe gif apng'
).split(' ');

/** The formats of our own pictures, from which the sample is drawn. */
const PICTURE_FORMATS = ['image2', 'png_pipe'];

const only = (formats: readonly string[]) => [
  ...['-protocol_whitelist', 'file', '-format_whitelist', formats.join(',')],
];

/** Arguments that name a media file: only this file is read, whatever it holds and however it is called. */
export function inputArgs(path: string): string[] {
  return [...only(MEDIA_FORMATS), '-i', `file:${path}`];
}

/** Arguments that name one of our own pictures, in the folder in which ffmpeg runs. */
export function pictureArgs(name: string): string[] {
  return [...only(PICTURE_FORMATS), '-i', `file:${name}`];
}

/** Arguments for a picture that ffmpeg's filters make of nothing: no file is read. */
export function graphArgs(graph: string): string[] {
  return [...only(['lavfi']), '-f', 'lavfi', '-i', graph];
}
