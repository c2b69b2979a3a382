import { CAMERA } from './camera/kind';
import { BYTES, TEXT } from './consumed/kinds';
import { KindTable, type KindedSource } from './kind-table';
import { MEDIA } from './media/kind';
import type { SourceKind } from './source-kind';

/** Every kind of source that there is; a further one adds itself. */
export const SOURCE_KINDS = new KindTable<SourceKind>();

for (const kind of [MEDIA, TEXT, BYTES, CAMERA]) SOURCE_KINDS.add(kind.id, kind);

/** The kind of a source; while none is open everything is that of media. */
export const kindOf = (source: KindedSource | null): SourceKind => SOURCE_KINDS.of(source);
