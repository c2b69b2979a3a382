import { expect, test } from './app';
import { seriousFindings } from './axe';
import { roomReady, showTheme, THEMES } from './room';

test('About says what runs here and under which licences, and is left by Esc', async ({
  start,
}) => {
  const { app, window } = await start();
  await roomReady(window);
  await window.keyboard.press('Control+2');
  await window.getByRole('button', { name: 'Help' }).click();
  await window.getByRole('button', { name: 'About Bufferscope' }).click();
  const facts = window.locator('.about-facts');
  const versions = await app.evaluate(({ app: own }) => ({
    own: own.getVersion(),
    ...process.versions,
  }));
  await expect(facts).toContainText(`Electron ${versions['electron'] ?? ''}`);
  await expect(facts).toContainText(versions['chrome'] ?? '');
  await expect(facts).toContainText('H.264');
  await expect(window.getByRole('heading', { level: 2 })).toContainText([
    `Version ${versions.own}`,
    'Licences',
  ]);
  await expect(window.locator('.about .caption')).toContainText('Everything that a run needs');
  await expect(window.getByRole('row', { name: /^ffmpeg (L?GPL-[23]|nonfree)/ })).toBeVisible();
  for (const theme of THEMES) {
    await showTheme(window, theme);
    expect(await seriousFindings(window)).toEqual([]);
  }
  await window.getByRole('button', { name: 'Licences in full' }).click();
  await window.getByRole('searchbox').fill('mediabunny');
  await expect(window.getByRole('listitem')).toHaveCount(1);
  await window.getByText('MPL-2.0').click();
  await expect(window.getByText('Mozilla Public License Version 2.0')).toBeVisible();
  await window.getByRole('searchbox').fill('no such work');
  await expect(window.getByText('No work is called “no such work”.')).toBeVisible();
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await expect(window.getByRole('button', { name: 'Server', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  );
});
