import { CAMERA_DRAWN } from './camera/drawn';
import { BYTES_DRAWN, TEXT_DRAWN } from './consumed/drawn';
import { addDrawnKind } from './drawn-kind';
import { MEDIA_DRAWN } from './media/drawn';

// The kinds of sources for whoever draws recorded runs alone: nothing of what plays or opens a source is loaded.
for (const kind of [MEDIA_DRAWN, TEXT_DRAWN, BYTES_DRAWN, CAMERA_DRAWN]) addDrawnKind(kind);
