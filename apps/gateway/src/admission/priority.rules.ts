/** What is kept up longest when not everything can be: the first goes before all others. */
export const priorities = ['submit', 'save', 'own', 'search', 'export'] as const;
export type Priority = (typeof priorities)[number];

interface Rule {
  readonly changes: boolean;
  /** Of the path behind `/api/`, without the query. */
  readonly path: RegExp;
  readonly priority: Priority;
}

/** The first that fits decides. What no line names is a change that is to be saved, or a search. */
const rules: readonly Rule[] = [
  // Whoever mends an overloaded system must get into it.
  { changes: true, path: /^\w+\/operations\//, priority: 'submit' },
  { changes: false, path: /^\w+\/operations\//, priority: 'submit' },
  // Steps of a person that a deadline ends.
  {
    changes: true,
    path: /^recruitment\/applications\/[^/]+\/(submit|confirm|withdraw|accept|decline)$/,
    priority: 'submit',
  },
  { changes: true, path: /^placement\/rankings\/mine\/[^/]+$/, priority: 'submit' },
  // Coming in yields to those who are in.
  { changes: true, path: /^programme\/(sign-in|sign-out|sessions\/|accounts\/register$|foundation$)/, priority: 'own' },
  { changes: true, path: /\/(preview|dry-run)$/, priority: 'search' },
  { changes: true, path: /./, priority: 'save' },
  { changes: false, path: /\.pdf$|\/(export|file)$|\/files\/|\/audit(\/verify)?$/, priority: 'export' },
  // The lists that a form cannot be filled in without count as one's own.
  { changes: false, path: /\/(mine|me|session|sessions|unread)(\/|$)|^recruitment\/reference\//, priority: 'own' },
  { changes: false, path: /./, priority: 'search' },
];

/** Where a request stands when not everything can be answered, told by its method and address alone. */
export function priorityOf(method: string, url: string): Priority {
  const changes = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
  const [address = '', query = ''] = url.split('?', 2);
  if (!changes && /(^|&)format=/.test(query)) return 'export';
  const path = address.slice('/api/'.length);
  return rules.find((rule) => rule.changes === changes && rule.path.test(path))?.priority ?? 'search';
}
