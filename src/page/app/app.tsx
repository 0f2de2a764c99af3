import { lazy, Suspense, useEffect } from 'react';
import { Route, Router, Switch } from 'wouter';
import { Gallery } from '../gallery/gallery.tsx';
import { LabLoading, LessonLoading } from './lab-loading.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { useHashPath } from '../browser/hash-location.ts';
import { Loading } from '../widgets/loading.tsx';
import { NewVersion } from './new-version.tsx';
import { NotFound } from '../widgets/not-found.tsx';
import { SkipLink } from './skip-link.tsx';

const LabPage = lazy(async () => ({ default: (await import('./lab-page.tsx')).LabPage }));
const LessonPage = lazy(async () => ({
  default: (await import('./lesson-page.tsx')).LessonPage,
}));
const Drawings = lazy(async () => ({ default: (await import('./drawings.tsx')).Drawings }));

/** Every address of the page. `onShown` is called when its first one stands on the screen. */
export const App = ({ onShown }: { onShown: () => void }) => {
  useEffect(() => {
    onShown();
  }, [onShown]);
  return (
    <Router hook={useHashPath}>
      <SkipLink />
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Switch>
            <Route path="/">
              <Gallery />
            </Route>
            <Route path="/lab/:id">
              {({ id }) => (
                <Suspense fallback={<LabLoading id={id} />}>
                  <LabPage id={id} key={id} />
                </Suspense>
              )}
            </Route>
            <Route path="/lesson/:id">
              {({ id }) => (
                <Suspense fallback={<LessonLoading id={id} />}>
                  <LessonPage id={id} key={id} />
                </Suspense>
              )}
            </Route>
            <Route path="/dev/drawings">
              <Drawings />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <NewVersion />
    </Router>
  );
};
