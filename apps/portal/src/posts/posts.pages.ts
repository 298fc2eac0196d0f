import type { PageGroup } from '../app/page.js';

export const postPages: PageGroup = {
  people: [{ path: 'posts', load: async () => (await import('./CataloguePage.js')).CataloguePage }],
  offices: [{ path: 'posts', needs: 'post.read', load: async () => (await import('./post-work.js')).PostWork }],
};
