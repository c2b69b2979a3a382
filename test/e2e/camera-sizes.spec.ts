import { expect, test } from './app';
import { allowedBefore, FAKE_CAMERA, fileCamera, quarterCamera } from './fake-camera';
import { readLog, runHeadless } from './headless';
import { press, roomReady } from './room';

const run = (camera: string, ...more: string[]): string[] => [
  ...['--media', `camera:${camera}`, '--until', '3s', '--methods', 'streaming'],
  ...['--link', 'unlimited', ...more],
];

test('a camera gives the nearest that it has, turned or not, and its time code can be read', async () => {
  const small = fileCamera(160, 120);
  for (const { args, switches, picture } of [
    // It has one size: that is the nearest to whatever is asked.
    {
      args: run(small.name),
      switches: small.switches,
      picture: { width: 160, height: 120, turn: 0 },
    },
    {
      args: run('fake_device_0', '--picture', '1280x720', '--turn', '90'),
      switches: FAKE_CAMERA,
      picture: { width: 720, height: 1280, turn: 90 },
    },
  ]) {
    const outcome = await runHeadless(args, switches);
    expect(outcome.stderr).toBe('');
    expect(outcome.code).toBe(0);
    const { media, lanes } = readLog(outcome);
    expect(media.picture).toMatchObject(picture);
    expect(lanes[0]?.liveDelayMs?.count, JSON.stringify(media.picture)).toBeGreaterThan(5);
  }
});

test('the picker has the sizes of the camera that is chosen; the chip says what it gives', async ({
  start,
}) => {
  const { window } = await start(['--sample-seconds', '10'], allowedBefore(), FAKE_CAMERA);
  await roomReady(window);
  await press(window, 'v');
  await window.getByRole('radio', { name: 'fake_device_0' }).check();
  const size = window.getByRole('combobox', { name: 'Size of the picture' });
  await expect(size).toHaveValue('640x360');
  await size.selectOption('1280x720');
  await window.getByRole('combobox', { name: 'Turned clockwise' }).selectOption('180');
  await window.getByRole('button', { name: 'Use', exact: true }).click();
  await roomReady(window);
  const chip = window.locator('.source-chip');
  await expect(chip).toContainText(/live, 1280 x 720, \d+ a second/);
  // The sizes are among what a run is set to, and a run that is ready is made anew with them.
  await press(window, 's');
  const setting = window.getByRole('dialog').getByRole('combobox', { name: 'Size of the picture' });
  await expect(setting).toHaveValue('1280x720');
  await setting.selectOption('320x240');
  await expect(chip).toContainText('live, 320 x 240');
});

test('a turned picture stands as it is turned: its quarters on the screen say so', async ({
  start,
}) => {
  const camera = quarterCamera(320, 240);
  const args = ['--media', `camera:${camera.name}`];
  const { window } = await start(args, allowedBefore(), camera.switches);
  const shown = window.getByRole('article', { name: 'Streaming' }).locator('.picture canvas');
  /** Size of the picture that is shown, and its quarters, row by row, by how light each is: 0 is the lightest. */
  const look = () =>
    shown.evaluate((canvas: HTMLCanvasElement) => {
      const { width, height } = canvas;
      const context = canvas.getContext('2d');
      const lights = [0.25, 0.75].flatMap((y) =>
        [0.25, 0.75].map((x) => context?.getImageData(x * width, y * height, 1, 1).data[1] ?? 0),
      );
      const sorted = [...lights].sort((a, b) => b - a);
      return [`${width}x${height}`, ...lights.map((light) => sorted.indexOf(light))];
    });
  for (const [turn, ...seen] of [
    ['90', '240x320', 2, 0, 3, 1],
    ['270', '240x320', 1, 3, 0, 2],
  ] as const) {
    await roomReady(window);
    await press(window, 's');
    const setting = window.getByRole('dialog').getByRole('combobox', { name: 'Turned clockwise' });
    await setting.selectOption(turn);
    await press(window, 'Escape');
    await expect(window.getByRole('dialog')).toHaveCount(0);
    await roomReady(window);
    await press(window, '4', 'Space');
    await expect.poll(look).toEqual(seen);
    // Whoever leaves the room ends the run; a new one is made ready for who comes back.
    await press(window, 'Control+3');
    await expect(window.getByText('What if needs a file.')).toBeVisible();
    await press(window, 'Control+1');
  }
});
