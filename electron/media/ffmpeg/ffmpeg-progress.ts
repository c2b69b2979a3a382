/** One report of `ffmpeg -progress`. */
export interface FfmpegProgress {
  /** Media time written so far, seconds. */
  atS: number;
  /** Written so far; 0 while ffmpeg does not know. */
  bytes: number;
  /** Pictures written so far; 0 where there are none. */
  frames: number;
  /** Media seconds a second; null while ffmpeg does not know. */
  speed: number | null;
}

/** Reads the text of `ffmpeg -progress`, piece by piece; each finished block becomes one report. */
export class FfmpegProgressParser {
  #rest = '';
  #atS = 0;
  #bytes = 0;
  #frames = 0;
  #speed: number | null = null;

  constructor(private readonly onProgress: (progress: FfmpegProgress) => void) {}

  push(text: string): void {
    const lines = (this.#rest + text).split(/\r?\n/);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#line(line);
  }

  #line(line: string): void {
    const [key, value = ''] = line.split('=', 2).map((part) => part.trim());
    // out_time_ms holds microseconds in every version; out_time_us came later.
    if (key === 'out_time_ms') this.#atS = Math.max(this.#atS, Number(value) / 1e6 || 0);
    if (key === 'total_size') this.#bytes = Number(value) || 0;
    if (key === 'frame') this.#frames = Number(value) || 0;
    if (key === 'speed') this.#speed = Number.parseFloat(value) || null;
    if (key === 'progress')
      this.onProgress({
        atS: this.#atS,
        bytes: this.#bytes,
        frames: this.#frames,
        speed: this.#speed,
      });
  }
}
