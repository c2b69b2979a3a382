import { messageOf } from '../../model/message-of';
import type { Scenario } from '../../model/scenario/types';
import { openUnattended } from '../scenario/opened-scenario';
import { record } from '../server/recording/record-room';
import { room } from '../server/state/room';
import { toldStory } from '../server/story/told-story';
import { followWindowVideo, windowVideo } from '../video-export/window-video';

type Told = ReturnType<typeof toldStory.getState>;

/** Tells a scenario of the Server room in the room that a person would use, while main records the window. */
export async function tellScenario(scenario: Scenario): Promise<void> {
  followWindowVideo();
  openUnattended(scenario);
  const { story, driver } = await standing();
  try {
    await record();
  } catch (error) {
    const problem = messageOf(error);
    return void (await window.bufferscope.request('headless:told', { missing: [], problem }));
  }
  await new Promise<void>((resolve) => {
    const look = (): void => {
      if (story.phase() === 'ended' || windowVideo.getState().state !== 'on') resolve();
    };
    story.store.subscribe(look);
    windowVideo.subscribe(look);
  });
  const { problem } = room.getState();
  await window.bufferscope.request('headless:told', { missing: driver.missing(), problem });
}

/** The story, once its room is there. */
function standing(): Promise<Extract<Told, { driver: object }>> {
  return new Promise((resolve) => {
    const look = (told: Told): void => {
      if (told.story) resolve(told);
    };
    toldStory.subscribe(look);
    look(toldStory.getState());
  });
}
