import type { ComponentType } from 'react';
import { useTranslations } from 'use-intl';
import type { Pid } from '../../../../view/time.ts';
import type { Inspection, LabDescriptor, LabView } from '../../../lab-frame/descriptor.ts';
import type { Offer } from '../../../lab-frame/rest.tsx';
import { later } from '../../../widgets/later.tsx';
import { useComparing } from './store.ts';

const FuturesStage = later(async () => (await import('./futures-stage.tsx')).FuturesStage);
const Compared = later(async () => (await import('./compared.tsx')).Compared);

/** The dock's view. */
export const pathView: LabView = {
  id: 'path',
  useTitle: () => useTranslations('writePath')('title'),
  Panel: later(async () => (await import('./write-path.tsx')).WritePath),
};

/** The stage, or two futures in its place. */
export const withFutures = (Stage: LabDescriptor['Stage']): LabDescriptor['Stage'] =>
  function StageOrFutures({ clean }) {
    if (!useComparing()) return <Stage clean={clean} />;
    return <FuturesStage clean={clean} />;
  };

/** What is done to the run stands back while the futures are looked at. */
export const unlessComparing = (Tools: ComponentType): ComponentType =>
  function ToolsUnlessComparing() {
    return useComparing() ? null : <Tools />;
  };

const NONE: readonly Offer[] = [];

export const offersUnlessComparing =
  (useOffers: () => readonly Offer[]) => (): readonly Offer[] => {
    const offers = useOffers();
    return useComparing() ? NONE : offers;
  };

/** Of a server: how it differs between the futures, while they are looked at. */
export const withComparison =
  (useInspection: (pid: Pid) => Inspection) =>
  (pid: Pid): Inspection => {
    const own = useInspection(pid);
    if (!useComparing()) return own;
    return {
      ...own,
      values: <Compared pid={pid} />,
    };
  };
