import { join } from 'node:path';
import { Inspector, type InspectorProcess } from '../media/inspect/inspector';
import { nodeInspector } from '../media/inspect/node-process';

let start = (): InspectorProcess => nodeInspector(join(import.meta.dirname, 'inspector.mjs'));

/** Names how inspectors are started, for a host that has no Node of its own to run: the packed app. */
export function startInspectorsBy(other: () => InspectorProcess): void {
  start = other;
}

/** The inspector of a command; without a host's own way a child of Node's, from the bundle beside this one. */
export const newInspector = (): Inspector => new Inspector(() => start());
