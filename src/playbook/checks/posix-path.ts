/** The parts of `node:path` that the playbook needs: it must not depend on Node. */
export const posix = {
  dirname(path: string): string {
    return path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '.';
  },
  /** Joins two paths and resolves `.` and `..`; what leaves the first folder begins with `..`. */
  join(folder: string, path: string): string {
    const parts: string[] = [];
    for (const part of `${folder}/${path}`.split('/')) {
      if (part === '' || part === '.') continue;
      if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
      else parts.push(part);
    }
    return parts.join('/');
  },
};
