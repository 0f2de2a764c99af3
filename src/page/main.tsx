import { startTransition, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './base.css';
import './draw/drawing.css';
import { App } from './app/app.tsx';
import { keepForOffline } from './app/offline.ts';
import { hashPath } from './browser/hash-location.ts';
import { fetchAhead } from './app/fetch-lab.ts';
import { beginWork } from './sim/work.ts';
import { installConsole } from './sim/zooscope.ts';
import { initialWords, WordsProvider } from './words/provider.tsx';

const root = document.querySelector('#root');
if (root === null) throw new Error('index.html has no #root');

installConsole();
// Until the first render `#root` holds what index.html put there, and the words may be on their way.
const shown = beginWork();
keepForOffline();
const [initial] = await Promise.all([initialWords(), fetchAhead(hashPath())]);
const draw = (): void =>
  createRoot(root).render(
    <StrictMode>
      <WordsProvider initial={initial}>
        <App onShown={shown} />
      </WordsProvider>
    </StrictMode>,
  );
// The gallery is large: as a transition React makes it in short turns. What stands while a lab is fetched
// is small, and between turns the lab's own files would be run before anything is seen.
if (hashPath() === '/') startTransition(draw);
else draw();
