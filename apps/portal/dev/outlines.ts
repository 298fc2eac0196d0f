import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';

/** Addresses that come with their outline, and the module of the page behind each. */
const pages = ['person', 'study', 'experience', 'wishes', 'review'].map((step) => ({
  address: `/mine/sign-up/${step}`,
  module: 'applications/SignUpPage.tsx',
}));
const languages = { zh: 'zh-CN', en: 'en' } as const;

type Draw = (address: string, language: string) => Promise<string>;
type Chunks = readonly Rolldown.OutputChunk[];

/**
 * Writes `outlines/<address>.<language>.html`: the portal's first page with the outline of that address drawn by React
 * at build time, its styles inside, the scripts it will need named at once, and the first questions asked early. The
 * gateway sends it to whoever is signed in, and the portal goes on from there.
 */
export function outlines(): Plugin {
  let root = '';
  let early = '';
  return {
    name: 'xibu-outlines',
    apply: 'build',
    configResolved(config) {
      root = config.root;
    },
    buildStart() {
      early = this.emitFile({ type: 'chunk', id: join(root, 'src', 'ask-early.ts') });
    },
    async writeBundle({ dir = '' }, bundle) {
      const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
      const first = withStyles(readFileSync(join(dir, 'index.html'), 'utf8'), dir);
      const asking = `<script type="module" async src="/${this.getFileName(early)}"></script>`;
      await withDrawing(root, async (draw) => {
        for (const { address, module } of pages) {
          const scripts = scriptsOf(module, chunks);
          for (const [language, tag] of Object.entries(languages)) {
            const file = join(dir, 'outlines', `${address}.${language}.html`);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, pageWith(first, await draw(address, language), { tag, asking, scripts }));
          }
        }
      });
    },
  };
}

/** The portal once more, for Node and only as long as `work` takes: its pages are loaded when they are drawn. */
async function withDrawing(root: string, work: (draw: Draw) => Promise<void>): Promise<void> {
  // Beside the packages that React and its kind are loaded from.
  const packages = join(root, 'node_modules');
  mkdirSync(packages, { recursive: true });
  const folder = mkdtempSync(join(packages, '.outlines-'));
  try {
    await build({
      ...{ root, configFile: false, logLevel: 'warn' },
      build: { ssr: 'src/app/draw-outline.tsx', outDir: folder, target: 'es2022' },
    });
    const { drawOutline } = (await import(pathToFileURL(join(folder, 'draw-outline.js')).href)) as {
      drawOutline: Draw;
    };
    await work(drawOutline);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Styles stand in the page, so that nothing has to come before the first paint. */
function withStyles(page: string, folder: string): string {
  return page.replace(/<link rel="stylesheet"[^>]*href="\/([^"]+)">/g, (_, file: string) => {
    return `<style>${readFileSync(join(folder, file), 'utf8')}</style>`;
  });
}

/** The script of a page and all that it cannot run without, of which a browser else learns one after the other. */
function scriptsOf(module: string, chunks: Chunks): string[] {
  const needed = new Set<string>();
  const need = (chunk: Rolldown.OutputChunk | undefined): void => {
    if (!chunk || needed.has(chunk.fileName)) return;
    needed.add(chunk.fileName);
    for (const next of chunk.imports) need(chunks.find(({ fileName }) => fileName === next));
  };
  const own = chunks.filter(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
  if (own.length === 0) throw new Error(`no script of the portal begins with ${module}`);
  for (const chunk of own) need(chunk);
  return [...needed];
}

interface Head {
  readonly tag: string;
  readonly asking: string;
  readonly scripts: readonly string[];
}

function pageWith(page: string, drawn: string, { tag, asking, scripts }: Head): string {
  const title = /<title>[^<]*<\/title>/;
  const own = title.exec(drawn)?.[0];
  if (!own) throw new Error('an outline has no title');
  const scriptTags = /\s*<(?:script type="module" crossorigin [^>]*><\/script>|link rel="modulepreload" [^>]*>)/g;
  const first = page.match(scriptTags) ?? [];
  const others = scripts
    .filter((file) => !page.includes(`"/${file}"`))
    .map((file) => `\n    <link rel="modulepreload" crossorigin href="/${file}">`);
  // Named behind what they will take over: asking for twenty files takes a phone as long as painting the page.
  return page
    .replace(scriptTags, '')
    .replace(/<html lang="[^"]*"/, `<html lang="${tag}"`)
    .replace(title, () => `${own}\n    ${asking}`)
    .replace('<div id="portal"></div>', () => `<div id="portal">${drawn.replace(title, '')}</div>`)
    .replace(/\s*<\/body>/, (end) => [...first, ...others].join('') + end);
}
