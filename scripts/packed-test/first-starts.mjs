import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT } from '../setup/all.mjs';
import { COMPARE } from './run-packed.mjs';

const linux = process.platform === 'linux';

/** Where no display is named, on any system that has such. */
const NO_DISPLAY = { DISPLAY: undefined, WAYLAND_DISPLAY: undefined };

/** Why a start was not as it has to be, or null. */
function wrong({ code, stdout, stderr }, wanted = {}) {
  const { exit = 0, says = null, silent = false } = wanted;
  const told = `${stdout}${stderr}`.trim();
  if (code !== exit) return `It ended with ${code}: ${told}`;
  if (says && !says.test(stderr)) return `It does not say ${says}: ${told}`;
  if (says && stderr.match(new RegExp(says, 'g')).length > 1) return `It says it twice: ${stderr}`;
  if (silent && stderr.trim() !== '') return `It says: ${stderr}`;
  return null;
}

/** A comparison that has written its report into `out`, beside what `wrong` looks at. */
async function compared(runner, options = {}, wanted = {}) {
  const out = join(runner.own(join(runner.dir, 'out')), 'run');
  const args = [...COMPARE, '--out', out, ...(options.more ?? [])];
  const result = await runner.start({ env: linux ? NO_DISPLAY : {}, ...options, args });
  const problem = wrong(result, wanted);
  if (problem) return problem;
  return existsSync(join(out, 'report.json')) ? null : 'It wrote no report.';
}

/** A copy of the app with a folder `bufferscope-data` beside the program; its files are the same, not copies. */
function portable(runner) {
  const folder = join(runner.dir, 'stick');
  const bundle = /^(.*\.app)\//.exec(runner.executable)?.[1];
  const app = bundle ?? dirname(runner.executable);
  if (linux) execFileSync('cp', ['-al', app, folder]);
  else cpSync(app, bundle ? join(folder, basename(bundle)) : folder, { recursive: true });
  const data = runner.own(join(folder, 'bufferscope-data'));
  const program = bundle
    ? join(folder, basename(bundle), runner.executable.slice(bundle.length))
    : join(folder, basename(runner.executable));
  return { program, data };
}

/** Names below a folder. */
const below = (folder) => (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []);

/** Every way to start for the first time: its name, where it can be tried, and what is wrong with it, or null. */
export const FIRST_STARTS = [
  {
    name: 'compares without a display, and says nothing that is no result',
    start: (runner) => compared(runner, {}, { silent: true }),
  },
  {
    name: 'checks this computer, every line of it',
    async start(runner) {
      const result = await runner.start({
        args: ['--check', '--json'],
        env: linux ? NO_DISPLAY : {},
      });
      const problem = wrong(result);
      if (problem) return problem;
      const broken = JSON.parse(result.stdout).lines.filter(({ state }) => state === 'broken');
      return broken.length === 0 ? null : JSON.stringify(broken);
    },
  },
  {
    name: 'has the commands of the command line: the same prediction as npm run cli',
    async start(runner) {
      const words = ['simulate', '--link', 'dropouts:1.3MB/s@12-17', '--json'];
      const media = ['--media', join(ROOT, 'assets', 'sample', 'example.txt')];
      const env = linux ? NO_DISPLAY : {};
      const packed = await runner.start({ args: ['cli', ...words, ...media], env });
      const cli = [join(ROOT, 'scripts', 'cli.mjs'), ...words, ...media];
      const own = execFileSync(process.execPath, cli, { encoding: 'utf8' });
      const problem = wrong(packed);
      if (problem) return problem;
      const unstamped = (text) => text.replace(/"(createdAt|version)": ?"[^"]*"/g, '');
      return unstamped(packed.stdout) === unstamped(own) ? null : `It differs: ${packed.stdout}`;
    },
  },
  {
    name: 'ends an unknown command with 2 and one sentence',
    async start(runner) {
      const env = linux ? NO_DISPLAY : {};
      return wrong(await runner.start({ args: ['cli', 'nonsense'], env }), {
        exit: 2,
        says: /nonsense/,
      });
    },
  },
  {
    name: 'starts without a console',
    start: (runner) => compared(runner, { stdio: 'ignore' }),
  },
  {
    name: 'starts with a home that has spaces and letters that are not Latin',
    async start(runner) {
      const home = runner.own(join(runner.dir, 'Ümit 김 家 home'));
      const problem = await compared(runner, { env: { ...NO_DISPLAY, HOME: home } });
      if (problem || !linux) return problem;
      return below(home).length > 0 ? null : 'Nothing is in that home.';
    },
  },
  {
    name: 'works for the session where no home can be written, and says so once',
    applies: () => linux,
    start: (runner) =>
      compared(
        runner,
        { env: { ...NO_DISPLAY, HOME: '/dev/null/home' } },
        { says: /Nothing can be written in .* for this session alone/ },
      ),
  },
  {
    name: 'starts from a folder that is read-only, and leaves nothing there',
    applies: () => linux,
    async start(runner) {
      const folder = join(runner.dir, 'read-only');
      execFileSync('cp', ['-al', dirname(runner.executable), folder]);
      chmodSync(folder, 0o555);
      const before = below(folder).length;
      const program = join(folder, basename(runner.executable));
      const problem = await compared(runner, { program, cwd: folder });
      chmodSync(folder, 0o755);
      return problem ?? (below(folder).length === before ? null : 'It left something there.');
    },
  },
  {
    name: 'starts offline, with no network but its own loopback',
    applies: ({ root, user }) => linux && root && user.uid !== undefined,
    start: (runner) => {
      const user = ['--reuid', runner.user.uid, '--regid', runner.user.gid].map(String);
      const inside = `ip link set lo up 2>/dev/null; exec setpriv ${user.join(' ')} --clear-groups "$@"`;
      return compared(runner, { through: ['unshare', '--net', 'sh', '-c', inside, 'sh'] });
    },
  },
  {
    name: 'keeps everything in bufferscope-data beside the program, and nothing at home',
    async start(runner) {
      const { program, data } = portable(runner);
      const problem = await compared(runner, { program, more: ['--keep', 'portable'] });
      if (problem) return problem;
      const kept = below(data).map(String);
      for (const wanted of [/^runs.*\.bufferrun$/, /^cache.*\.mp4$/]) {
        if (!kept.some((name) => wanted.test(name))) return `No ${wanted} in ${kept.join(', ')}`;
      }
      const home = below(join(runner.dir, 'home'));
      return home.length === 0 ? null : `At home there is: ${home.join(', ')}`;
    },
  },
  {
    name: 'works from a read-only stick with a temporary folder, and says so once',
    applies: () => linux,
    async start(runner) {
      const { program, data } = portable(runner);
      const preferences = join(data, 'preferences.json');
      writeFileSync(preferences, '{"language":"ko"}');
      mkdirSync(join(data, 'runs'));
      chmodSync(data, 0o555);
      const says = /이번 세션 동안만/;
      const problem = await compared(runner, { program }, { says });
      chmodSync(data, 0o755);
      if (problem) return problem;
      const same = readFileSync(preferences, 'utf8') === '{"language":"ko"}';
      return same && below(data).length === 2 ? null : `It wrote into ${data}.`;
    },
  },
];
