import '../styles/mantine-components.css';
import '@fontsource-variable/archivo/standard.css';
import '@fontsource-variable/jetbrains-mono';
import '../styles/fonts.css';
import '../styles/index.css';
import './video-stage.css';
import '../source-kinds/drawn-kinds';
import {
  stageOrderSchema,
  stagePortMessageSchema,
  type StageReply,
} from '../../electron/ipc/stage-port';
import { messageOf } from '../../model/message-of';
import { speak, spokenLanguage } from '../ui/words';
import { DrawnStage } from './drawn-stage';

speak(window.bufferscope.language);

/** The fonts of the language: a frame is not drawn before they are there. */
const fonts = Promise.all(
  [...document.fonts]
    .filter(({ family }) => family.includes(`Bufferscope ${spokenLanguage()}`))
    .map((face) => face.load()),
);

/** Draws what main asks for over the port, one moment after the other. */
function follow(port: MessagePort): void {
  let stage: Promise<DrawnStage> | null = null;
  const tell = (reply: StageReply): void => port.postMessage(reply);
  const obey = async (message: unknown): Promise<StageReply> => {
    const order = stageOrderSchema.parse(message);
    if (order.ask === 'begin') {
      await fonts;
      stage = DrawnStage.begin(order);
      return { told: 'ready', pictures: (await stage).pictured };
    }
    await (await stage)?.show(order.frame);
    return { told: 'stands', frame: order.frame };
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    obey(data).then(tell, (error: unknown) => tell({ told: 'failed', message: messageOf(error) }));
  };
}

window.addEventListener('message', ({ data, ports, source }: MessageEvent<unknown>) => {
  const [port] = ports;
  if (source === window && port && stagePortMessageSchema.safeParse(data).success) follow(port);
});
