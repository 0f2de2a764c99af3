import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Drawing } from '../../stage/shape.ts';
import { DrawingView } from '../draw/drawing-view.tsx';
import { isCold } from '../sim/opened.ts';
import { useSim } from '../sim/store.ts';
import { beginWork } from '../sim/work.ts';
import { Button } from '../widgets/button.tsx';
import { useOneStop } from '../widgets/use-one-stop.ts';
import { useLoose } from '../words/use-words.ts';
import './beginnings.css';
import type { LabDescriptor } from './descriptor.ts';
import { presetPictures } from './stills.ts';
import { openFromStart, openPreset } from '../share/open-run.ts';

/** What a lab offers to begin with, as small drawings; the one that is open is framed. */
export const Beginnings = ({ lab }: { lab: LabDescriptor }) => {
  const t = useTranslations('lab.beginnings');
  const words = useLoose('presets');
  const present = useSim((s) => s.opened?.preset ?? null);
  const cold = useSim(isCold);
  const drawings = useDrawings(lab);
  const { stop, row } = useOneStop(
    lab.presets.length,
    lab.presets.findIndex(({ id }) => id === present),
  );
  if (lab.presets.length === 0) return null;
  return (
    <section className="beginnings" aria-labelledby="beginnings">
      <header>
        <h2 id="beginnings">{t('name')}</h2>
        <Button
          kind="quiet"
          onPress={() => void openFromStart()}
          disabledReason={cold ? t('cold') : null}
        >
          {t('fromStart')}
        </Button>
      </header>
      {/* The buttons in it have the focus; it hears their arrows. */}
      <div role="toolbar" aria-labelledby="beginnings" {...row}>
        <ul>
          {lab.presets.map((preset, at) => (
            <li key={preset.id}>
              <button
                type="button"
                {...stop(at)}
                className="beginning"
                aria-pressed={preset.id === present}
                onClick={() => void openPreset(preset)}
              >
                <span className="beginning-picture" aria-hidden="true">
                  <Small drawing={drawings[preset.id]} />
                </span>
                {words(`${lab.model}.${preset.id}.name`)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
};

const Small = ({ drawing }: { drawing: Drawing | undefined }) =>
  drawing === undefined ? null : <DrawingView drawing={drawing} />;

const NONE: Readonly<Record<string, Drawing>> = {};

/** The drawings, fetched beside the lab; their room is kept until they are there. */
const useDrawings = ({ model }: LabDescriptor): Readonly<Record<string, Drawing>> => {
  const [drawings, setDrawings] = useState(NONE);
  useEffect(() => {
    const done = beginWork();
    // They are decoration: without them the names are there.
    void presetPictures(model)
      .then(setDrawings, () => undefined)
      .finally(done);
  }, [model]);
  return drawings;
};
