import regular from '@cut-fonts/zh-400.woff2?inline';
import bold from '@cut-fonts/zh-600.woff2?inline';

/** The fonts that are cut to these words. */
export default { regular, bold };
