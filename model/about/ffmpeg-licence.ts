/** Licences of an ffmpeg, by what it was built with. */
export const FFMPEG_LICENCES = [
  'nonfree and unredistributable',
  'GPL-3.0-or-later',
  'GPL-2.0-or-later',
  'LGPL-3.0-or-later',
  'LGPL-2.1-or-later',
] as const;
export type FfmpegLicence = (typeof FFMPEG_LICENCES)[number];

/**
 * The licence of an ffmpeg from the line `configuration:` of its `-version`, by the rules of its own `configure`:
 * `--enable-nonfree` before all, then `--enable-gpl`, either raised to version 3 by `--enable-version3`. Parts that ask for
 * version 3 by themselves do so by `configure` refusing to go on without that switch.
 */
export function ffmpegLicence(configuration: string): FfmpegLicence {
  const switches = new Set(configuration.split(/\s+/));
  const version3 = switches.has('--enable-version3');
  if (switches.has('--enable-nonfree')) return 'nonfree and unredistributable';
  if (switches.has('--enable-gpl')) return version3 ? 'GPL-3.0-or-later' : 'GPL-2.0-or-later';
  return version3 ? 'LGPL-3.0-or-later' : 'LGPL-2.1-or-later';
}
