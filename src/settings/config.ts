/** A link that the owner of a site adds. */
export interface ConfiguredLink {
  label: string;
  /** An address of the web or of mail, or a path of this site such as `/guide/`. */
  href: string;
}

/**
 * The content of `playbook.config.ts`. All settings are optional. Paths are relative to the folder of the file. Options
 * on the command line and environment variables replace these values.
 */
export interface PlaybookConfig {
  /** The site’s title, on every page. */
  title?: string;
  /** The first sentence of the home page, which search engines show as well. */
  description?: string;
  /** The address that the site is published at, without a path: `https://example.org`. */
  url?: string;
  /** The path below that address: `/playbook/`. */
  base?: string;
  /** The address at which readers see a file of the repository, without the file’s path; for links to the source. */
  repository?: string;
  /** The folder of agents, or a whole repository. */
  agents?: string;
  /** The file that names the topics of the field. */
  topics?: string;
  /** The folder that the site is written to. */
  out?: string;
  /** Tokens that the descriptions of all agents together may need; 0 if they are not limited. */
  budget?: number;
  /** The colour of links and of what is selected. Where it is too hard to read, the site uses a darker or lighter one. */
  accent?: string;
  /** Links at the end of the main navigation. */
  navigation?: ConfiguredLink[];
  /** Links in the footer of every page. */
  footer?: ConfiguredLink[];
}
