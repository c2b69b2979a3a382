import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { USUAL_VIDEO } from '../../model/video/options';
import { expect, freshFolder, test } from './app';

/** User data of somebody whose app ended while it recorded a camera, and with a video yet to be made. */
function cutOff(folder: string): string {
  const data = freshFolder('user-data');
  const path = join(folder, 'camera.webm');
  writeFileSync(`${path}.part`, Buffer.alloc(250_000, 7));
  writeFileSync(join(data, 'recording.json'), JSON.stringify({ path, part: `${path}.part` }));
  const video = { title: 'Talk', file: join(folder, 'talk.mp4'), force: false };
  mkdirSync(join(data, 'videos'));
  const entry = { ...video, options: USUAL_VIDEO };
  writeFileSync(join(data, 'videos', 'left-video.json'), JSON.stringify(entry));
  return data;
}

test('notices stand below one another, and each can be put away', async ({ start }) => {
  const folder = freshFolder('left');
  const broken = join(folder, 'broken.mp4');
  writeFileSync(broken, 'no film at all');
  const { window } = await start([broken], { BUFFERSCOPE_USER_DATA: cutOff(folder) });
  const notices = window.locator('.notice');
  await expect(notices.filter({ hasText: 'broken.mp4' })).toBeVisible();
  await expect(notices.filter({ hasText: 'A recording was cut off' })).toBeVisible();
  await expect(notices.filter({ hasText: 'talk.mp4' })).toBeVisible();
  const height = await window.evaluate(() => innerHeight);
  const boxes = await notices.evaluateAll((all) => all.map((each) => each.getBoundingClientRect()));
  expect(boxes).toHaveLength(3);
  boxes.forEach(({ top, bottom }, i) => {
    expect(top).toBeGreaterThan(boxes[i - 1]?.bottom ?? 0);
    expect(bottom).toBeLessThanOrEqual(height);
  });
  await notices
    .filter({ hasText: 'A recording was cut off' })
    .getByRole('button', { name: 'Leave it where it is' })
    .click();
  await expect(notices).toHaveCount(2);
});
