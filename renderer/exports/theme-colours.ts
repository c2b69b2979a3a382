import type { PictureTheme } from '../../model/runs/export-formats';

/** What each colour role and size of tokens.css is in one theme, without its two dashes. */
export type Roles = ReadonlyMap<string, string>;

/** Reads the roles of a theme from the style sheet: those of every theme, then its own. */
export function rolesOf(tokens: string, theme: PictureTheme): Roles {
  const roles = new Map<string, string>();
  for (const [, selector = '', body = ''] of tokens.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const selectors = selector.replace(/\/\*[^]*?\*\//g, '').split(',');
    const own = new RegExp(`^:root(\\[data-mantine-color-scheme=['"]?${theme}['"]?\\])?$`);
    if (!selectors.some((each) => own.test(each.trim()))) continue;
    for (const [, name = '', value = ''] of body.matchAll(/--([\w-]+):\s*([^;]+)/g)) {
      roles.set(name, value.trim());
    }
  }
  return roles;
}

/** The colour of a role; throws where there is none. */
function colourOf(roles: Roles, role: string): string {
  const colour = roles.get(role);
  if (colour === undefined) throw new Error(`There is no colour role "${role}".`);
  return resolved(colour, roles);
}

/** A text with every role and every mix of two colours in it written out. */
export function resolved(text: string, roles: Roles): string {
  return text
    .replace(/var\(--([\w-]+)\)/g, (_all, role: string) => colourOf(roles, role))
    .replace(
      /color-mix\(in srgb, (#[\da-f]{6}) ([\d.]+)%, (#[\da-f]{6})\)/gi,
      (_all, a: string, percent: string, b: string) => mixed(a, b, Number(percent) / 100),
    );
}

/** `share` of one colour and the rest of another, as CSS mixes them in sRGB. */
function mixed(a: string, b: string, share: number): string {
  const channel = (colour: string, at: number): number =>
    Number.parseInt(colour.slice(at, at + 2), 16);
  const channels = [1, 3, 5].map((at) =>
    Math.round(channel(a, at) * share + channel(b, at) * (1 - share))
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${channels.join('')}`;
}
