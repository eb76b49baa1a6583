import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // Matters of style, and white space that the build removes.
    'doctype-style': 'off',
    'void-style': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
    // HTML allows any id without white space; a colon separates our ids from those of authors' headings.
    'valid-id': ['error', { relaxed: true }],
    // Checkboxes with the same name are the usual way to choose several values.
    'form-dup-name': ['error', { shared: ['checkbox', 'radio', 'submit', 'button', 'reset'] }],
    // No native element is a list of links below a combobox.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Search and filters react to typing; Enter submits the forms that lead to a page.
    'wcag/h32': 'off',
  },
});

/** Validates a page's HTML. Returns one line for each error: `file:line:column rule: message`. */
export async function invalidHtml(file: string, html: string): Promise<string[]> {
  const { results } = await validator.validateString(html, file);
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ line, column, ruleId, message }) => `${file}:${String(line)}:${String(column)} ${ruleId}: ${message}`,
    ),
  );
}
