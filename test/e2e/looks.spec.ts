import { expect, test } from './app';
import { seriousFindings } from './axe';
import { flag, press, roomReady, showTheme, THEMES } from './room';

test('both themes, ready, in mid-run and presenting: axe finds nothing serious', async ({
  start,
}) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  const scheme = window.locator('html');
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await press(window, '1', 'Space');
  await expect(flag(window, 'Streaming')).toHaveText(/^Playing/);
  expect(await seriousFindings(window)).toEqual([]);
  await press(window, 'p');
  await expect(scheme).toHaveAttribute('data-mode', 'presenter');
  expect(await seriousFindings(window)).toEqual([]);
  await press(window, 'Escape');
  await expect(scheme).not.toHaveAttribute('data-mode', 'presenter');
});

test('every control is reached by Tab and shows where the focus is', async ({ start }) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  const names = new Set<string>();
  for (let step = 0; step < 60; step += 1) {
    await press(window, 'Tab');
    const focused = await window.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const ring = getComputedStyle(element);
      const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
      return { name, ring: ring.outlineStyle !== 'none' || ring.boxShadow !== 'none' };
    });
    if (focused) names.add(focused.name.trim());
  }
  const all = [...names].join('\n');
  for (const name of ['Run', 'Restart', 'Settings', 'Present', 'Help', 'Theme', 'Sound', 'Cut']) {
    expect(all).toContain(name);
  }
});

test('? shows the keys, Escape closes them', async ({ start }) => {
  const { window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await press(window, '?');
  await expect(window.getByRole('dialog')).toContainText('hold to cut the link');
  await press(window, 'Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
});

test('a room that cannot be loaded says so, and the others are there', async ({ start }) => {
  const { app, window } = await start(['--sample-seconds', '10']);
  await roomReady(window);
  await app.evaluate(({ session }) => {
    const urls = ['app://*/*'];
    session.defaultSession.webRequest.onBeforeRequest({ urls }, ({ url }, decide) =>
      decide({ cancel: url.includes('what-if-room') }),
    );
  });
  await press(window, 'Control+3');
  await expect(window.getByRole('alert')).toContainText('This room could not be loaded');
  await press(window, 'Control+1');
  await roomReady(window);
});
