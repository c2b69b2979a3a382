import { expect, it } from 'vitest';
import { cameraMedia } from '../../../../model/camera/live-media';
import type { MediaInfo } from '../../../../model/media/types';
import { feedPlan } from '../../../../renderer/server/feed/feed-source';

const camera = cameraMedia({ kind: 'test' }, 'Test picture');
const film: MediaInfo = { ...camera, name: 'film.mp4', camera: undefined };
const song: MediaInfo = { ...film, hasVideo: false };

it.each([
  ['a film', film, 'media', true],
  ['a song', song, 'test', false],
  ['a camera', camera, 'camera', false],
  ['nothing', null, 'test', false],
] as const)('what is shown of %s unless something was chosen', (_, media, source, has) => {
  expect(feedPlan(null, media)).toEqual({ source, film: has });
});

it('shows what was chosen, where there is that', () => {
  expect(feedPlan('camera', film).source).toBe('camera');
  expect(feedPlan('test', camera).source).toBe('test');
  expect(feedPlan('media', film).source).toBe('media');
  expect(feedPlan('media', camera).source).toBe('camera');
  expect(feedPlan('media', song).source).toBe('test');
});
