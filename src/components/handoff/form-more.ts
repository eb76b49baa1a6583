/* What can be done with a filled form besides copying it: one file, because who does one thing does another. */
export { act } from './form-actions.ts';
export { openPrompt } from './prompt-part.ts';
export { openLink } from './shared-draft.ts';
