import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { EXIT } from '../../../electron/flags/flag-value';
import { BadProfile, readProfileFile } from '../../../electron/profile/profile-file';
import { readProfile } from '../../../model/profile/read';

const folder = mkdtempSync(join(tmpdir(), 'profile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const FILE = join(folder, 'class.profile.yaml');

function refusalOf(text: string): string[] {
  writeFileSync(FILE, text);
  try {
    readProfileFile(FILE);
  } catch (error) {
    if (!(error instanceof BadProfile)) throw error;
    expect(error.exitCode).toBe(EXIT.badArguments);
    return error.message.split('\n').map((line) => line.replace(`${FILE}:`, ''));
  }
  return [];
}

describe('a profile', () => {
  const profile = { title: 'Class 9b', rooms: ['server'], controls: ['settings', 'camera'] };
  test('is YAML or JSON', () => {
    const yaml = 'title: Class 9b\nhide:\n  rooms: [server]\n  controls: [settings, camera]\n';
    const json = JSON.stringify({
      ...{ title: 'Class 9b', hide: { rooms: ['server'], controls: ['settings', 'camera'] } },
    });
    expect(readProfile(yaml)).toEqual({ ok: true, profile });
    expect(readProfile(json)).toEqual({ ok: true, profile });
  });

  test('with mistakes says all of them, with line and what was expected', () => {
    expect(refusalOf('title: 7\nhide:\n  rooms: [compare]\n  controlls: [settings]\n')).toEqual([
      '1:8: "title" takes a text, or one a language such as {en: Hello}, not "7".',
      '3:11: "rooms" takes server, what-if, lessons, runs or video, not "compare".',
      '4:3: There is no "controlls" here; did you mean "controls"?',
    ]);
    expect(refusalOf('title: A\n')).toEqual([
      '1:1: "hide" is missing; it takes a map with "rooms" and "controls".',
    ]);
    expect(refusalOf('')).toEqual([
      '1:1: This is no profile, which is a map with "title" and "hide".',
    ]);
  });

  test('that cannot be read is said in a sentence', () => {
    expect(() => readProfileFile(join(folder, 'none.yaml'))).toThrow(/cannot be read \(ENOENT\)/);
    expect(() => readProfileFile(folder)).toThrow(/is no file/);
  });

  test('of any text is a profile or a problem', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = readProfile(text);
        expect(read.ok || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
