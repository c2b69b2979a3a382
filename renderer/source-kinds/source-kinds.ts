import { CAMERA_VIEW } from './camera/view';
import { BYTES_VIEW, TEXT_VIEW } from './consumed/views';
import { MEDIA_VIEW } from './media/view';
import { addSourceKind } from './source-kind-view';

// The kinds of sources that this window has: whoever draws one imports this first.
for (const view of [MEDIA_VIEW, TEXT_VIEW, BYTES_VIEW, CAMERA_VIEW]) addSourceKind(view);
