/*
 * The behaviour of every page, as one file that the browser keeps: a request costs more than these bytes. What
 * only some pages need is loaded by the components that need it.
 */
import '../components/code/code-block.ts';
import '../components/contents/page-contents.ts';
import '../components/copy/copy-agent.ts';
import '../components/handoff/handoff-on-intent.ts';
import '../components/search/search-dialog.ts';
import '../components/shell/theme-choice.ts';

// Diagrams are drawn while their pages are written, several at once: a script of theirs would stand after
// whichever came first, and no two builds would be the same.
if (document.querySelector('diagram-frame')) void import('../components/diagram/diagram-frame.ts');
