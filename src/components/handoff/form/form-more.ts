/* What can be done with a filled form besides copying it: one file, because who does one thing does another. */
export { copyByHand } from '../../copy/copy-by-hand.ts';
export { act } from './form-actions.ts';
export { openPrompt } from '../prompt/prompt-part.ts';
export { openLink } from '../share/shared-draft.ts';
