import react from '@vitejs/plugin-react';
import { defineConfig, type PluginOption } from 'vite';
import { outlines } from './dev/outlines.js';

/** `vite --mode fixture` answers /api with generated people, for work on pages without any service running. */
function fixtures(): PluginOption {
  return {
    name: 'xibu-fixtures',
    async configureServer(server) {
      const { FixtureServer } = await import('./dev/fixture-server.js');
      const fixture = new FixtureServer();
      server.middlewares.use((request, response, next) => {
        if (request.url?.startsWith('/api/')) fixture.answer(request, response);
        else next();
      });
    },
  };
}

export default defineConfig(({ mode }) => ({
  plugins: [react(), outlines(), mode === 'fixture' && fixtures()],
  server: mode === 'fixture' ? {} : { proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2022',
    // Nothing is inlined as data: in scripts or styles, so that a strict content policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    // Tests build the gallery of patterns beside the portal; the product has one page.
    rolldownOptions: { input: mode === 'gallery' ? ['index.html', 'dev/gallery.html'] : 'index.html' },
  },
}));
