/**
 * What Electron's own default_app does for `electron <app folder>`: the development runtime has none.
 * Awaited at the top level, so that the app's main has run before 'ready' (schemes must be registered by then).
 */
import { app } from 'electron';
import { readFileSync, statSync } from 'node:fs';
import { Module } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
const preload = [];
while (args[0]?.startsWith('-')) {
  const flag = args.shift();
  if (flag === '-r' || flag === '--require') preload.push(args.shift());
}
if (!args[0]) {
  process.stderr.write('Electron was started without the folder of an app.\n');
  process.exit(1);
}
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
Module._preloadModules(preload);

const given = resolve(args[0]);
let file = given;
if (statSync(given).isDirectory()) {
  const { main, name, productName, version } = JSON.parse(
    readFileSync(join(given, 'package.json'), 'utf8'),
  );
  if (version) app.setVersion(version);
  app.setName(productName ?? name);
  app.setAppPath(given);
  file = join(given, main ?? 'index.js');
}
await import(pathToFileURL(file).href);
