import '@fontsource-variable/archivo/standard.css';
import '@fontsource-variable/jetbrains-mono';
import '../styles/fonts.css';
import '../styles/tokens.css';
import '../styles/languages.css';
import './handout.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import {
  handoutSchema,
  printPortMessageSchema,
  type PrintReply,
} from '../../electron/ipc/print-requests';
import { messageOf } from '../../model/message-of';
import { speak } from '../ui/words';
import { HandoutPage } from './handout-page';

speak(window.bufferscope.language);

/** Draws what main asks for over the port, and says when it stands there. */
function follow(port: MessagePort): void {
  const draw = async (message: unknown): Promise<PrintReply> => {
    const handout = handoutSchema.parse(message);
    document.title = handout.lesson.title;
    const root = document.getElementById('root');
    if (root) flushSync(() => createRoot(root).render(<HandoutPage {...handout} />));
    // Fonts are asked for once it is laid out, which a window that nobody sees puts off.
    document.body.getBoundingClientRect();
    await document.fonts.ready;
    return { told: 'stands' };
  };
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    draw(data).then(
      (reply) => port.postMessage(reply),
      (error: unknown) => {
        const reply: PrintReply = { told: 'failed', message: messageOf(error) };
        port.postMessage(reply);
      },
    );
  };
}

window.addEventListener('message', ({ data, ports, source }: MessageEvent<unknown>) => {
  const [port] = ports;
  if (source === window && port && printPortMessageSchema.safeParse(data).success) follow(port);
});
