import { secondsFigure } from '../../model/figures';
import { say } from '../ui/words';
import { LIVE_COLS, liveTileS } from './live-scale';
import { partWriter, type MakeLaneRenderer } from './use-renderer';
import { gaugeRenderer } from './tank';
import { level } from './size-unit';
/** The client buffer: received and not yet played, in bytes and, apart, in seconds. */
export const bufferRenderer: MakeLaneRenderer = (root, { rules, scale, unit, live }) => {
  const tube = !rules.bufferWhole;
  const tileBytes = tube ? scale.tube.tileBytes : scale.tileBytes;
  const liveS = tube && live ? liveTileS(live) : null;
  const cols = liveS === null ? scale.tube.cols : LIVE_COLS;
  const tank = gaugeRenderer(root, { cols: tube ? cols : 10 });
  const svg = partWriter(root, 'tank');
  const figure = partWriter(root, 'figure');
  const seconds = partWriter(root, 'seconds');
  const gate = partWriter(root, 'gate');
  return ({ bufferedBytes, bufferedS, state }, { texts, labels, phase }) => {
    tank(liveS === null ? bufferedBytes / tileBytes : bufferedS / liveS);
    const needed = state === 'rebuffering';
    gate.set('data-is', state === 'playing' ? 'open' : state === 'ended' ? 'done' : 'held');
    gate.set('data-alarm', needed);
    svg.set('data-alarm', needed);
    if (!texts) return;
    const bytes = `${level(bufferedBytes, unit)} ${unit.name}`;
    const ahead = secondsFigure(bufferedS * 1000);
    const idle = bufferedBytes === 0 && (phase !== 'running' || state === 'ended');
    figure.text(bytes);
    seconds.text(tube ? (idle ? '' : ahead) : say('lanes.equals', { seconds: ahead }));
    if (labels) svg.set('aria-label', say('lanes.aria.buffer', { bytes, seconds: ahead }));
  };
};
