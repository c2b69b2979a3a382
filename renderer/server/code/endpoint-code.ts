import bufferNode from '../../../assets/endpoint-code/buffer.js?raw';
import bufferPython from '../../../assets/endpoint-code/buffer.py?raw';
import feedNode from '../../../assets/endpoint-code/feed.js?raw';
import feedPython from '../../../assets/endpoint-code/feed.py?raw';
import streamNode from '../../../assets/endpoint-code/stream.js?raw';
import streamPython from '../../../assets/endpoint-code/stream.py?raw';
import tableNode from '../../../assets/endpoint-code/table.js?raw';
import tablePython from '../../../assets/endpoint-code/table.py?raw';
import type { ShownEndpoint } from '../worker-board/endpoint-glyph';
import { markedCode, type MarkedLine } from './marked-code';

export const LANGUAGES = ['python', 'node'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each endpoint in short, in two languages, with the lines that its steps run. */
export const ENDPOINT_CODE: Readonly<
  Record<ShownEndpoint, Readonly<Record<Language, readonly MarkedLine[]>>>
> = {
  '/buffer': { python: markedCode(bufferPython), node: markedCode(bufferNode) },
  '/stream': { python: markedCode(streamPython), node: markedCode(streamNode) },
  '/table': { python: markedCode(tablePython), node: markedCode(tableNode) },
  '/feed': { python: markedCode(feedPython), node: markedCode(feedNode) },
};
