import { expect, it } from 'vitest';
import { proposedName } from '../../../../electron/main/recording/recording-file';

it('proposes a name that tells the minute and sorts by it', () => {
  expect(proposedName(new Date(2026, 10, 22, 7, 15))).toBe('camera 2026-11-22 07.15.webm');
  expect(proposedName(new Date(2026, 0, 2, 23, 5))).toBe('camera 2026-01-02 23.05.webm');
});
