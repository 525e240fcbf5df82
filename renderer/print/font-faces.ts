// The open fonts that stand in for the official ones. One file holds the common characters; the
// rest comes in slices, of which a page loads those it needs.
import './font-faces.css';
import '@fontsource/noto-serif-sc/300.css';
import '@fontsource/noto-serif-sc/400.css';
import '@fontsource/noto-serif-sc/700.css';
import '@fontsource/noto-sans-sc/400.css';
import 'lxgw-wenkai-webfont/lxgwwenkai-regular.css';
