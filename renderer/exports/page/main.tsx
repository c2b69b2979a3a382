import '../../styles/mantine-components.css';
import '../../styles/index.css';
import '../../runs/runs.css';
import '../../runs/scrub/scrub.css';
import './run-page.css';
import '../../source-kinds/drawn-kinds';
import { createRoot } from 'react-dom/client';
import { RecordedRun } from '../../../model/run/recorded-run';
import type { KeptRun } from '../../../model/runs/kept-lines';
import { KeptRunReader } from '../../../model/runs/read-lines';
import { firstLanguage } from '../../../model/language';
import { speak } from '../../ui/words';
import { RunPage } from './run-page';

/** The run that whoever exported the page put into it: its lines as they are kept, packed, in base64. */
async function keptRun(): Promise<KeptRun> {
  const packed = atob(document.getElementById('run')?.textContent ?? '');
  const bytes = Uint8Array.from(packed, (char) => char.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = new KeptRunReader();
  for (const line of (await new Response(unpacked).text()).split('\n')) reader.line(line);
  return reader.run();
}

async function show(): Promise<void> {
  const { lang } = document.documentElement;
  speak(firstLanguage([lang]));
  const kept = await keptRun();
  const run = new RecordedRun(kept.log);
  run.seek(0);
  const root = document.getElementById('root');
  if (root) createRoot(root).render(<RunPage kept={kept} run={run} />);
}

void show();
