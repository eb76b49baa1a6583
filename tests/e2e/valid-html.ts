import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Taste, and what a minifier does to white space.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // HTML allows any id without white space; the colon keeps ours apart from those of authors' headings.
    'valid-id': ['error', { relaxed: true }],
    // Several checkboxes of one name are the usual way to choose several values.
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit', 'button', 'reset'] }],
    // No native element is a list of links under a combobox.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Searching and filtering happen while one types, and Enter submits what has a page to go to.
    'wcag/h32': 'off',
  },
});

/** What is invalid in a page's HTML, one line a fault: `file:line:column rule: what is wrong`. */
export async function invalidHtml(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${file}:${String(line)}:${String(column)} ${ruleId}: ${message}`,
    ),
  );
}
