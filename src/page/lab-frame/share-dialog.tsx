import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { captioned } from '../../stage/caption.ts';
import { BEHAVIOUR } from '../../view/behaviour.ts';
import type { Caption } from '../../stage/caption.ts';
import { stageNow } from '../draw/stage-source.ts';
import { download } from '../share/download.ts';
import { LINK_VERSION, LONGEST_LINK, packRun, runAddress } from '../share/link.ts';
import { problem, sizeText } from '../share/problem.ts';
import { send } from '../sim/actions.ts';
import { playhead } from '../sim/playhead.ts';
import { useSim } from '../sim/store.ts';
import { beginWork } from '../sim/work.ts';
import { Button } from '../widgets/button.tsx';
import { ChooseFiles } from '../widgets/choose-files.tsx';
import { Dialog } from '../widgets/dialog.tsx';
import { Field } from '../widgets/field.tsx';
import { useMomentText } from '../words/zero.ts';
import { useSentence } from './happened.tsx';
import { openFile } from '../share/open-run.ts';

const makeLink = async (lab: string): Promise<string | null> => {
  const { scenario, digest } = await send({ type: 'save' });
  if (scenario === undefined) return null;
  const position = useSim.getState().frame?.position ?? 0;
  const packed = await packRun({
    v: LINK_VERSION,
    scenario,
    digest: digest ?? '',
    position,
    behaviour: BEHAVIOUR,
  });
  return runAddress(lab, packed);
};

const saveFile = async (lab: string): Promise<void> => {
  const { scenario } = await send({ type: 'save', digest: false });
  if (scenario === undefined) return;
  const text = `${JSON.stringify(scenario, null, 2)}\n`;
  download(`zooscope-${lab}.json`, new Blob([text], { type: 'application/json' }));
};

const savePicture = async (kind: 'svg' | 'png', caption: () => Caption): Promise<void> => {
  const stage = stageNow();
  if (stage === null) return;
  try {
    const { pngFile, svgFile } = await import('../share/picture.ts');
    const drawing = captioned(stage, caption());
    const content =
      kind === 'svg'
        ? new Blob([svgFile(drawing)], { type: 'image/svg+xml' })
        : await pngFile(drawing);
    download(`zooscope-stage.${kind}`, content);
  } catch (error) {
    useSim.setState({ problem: problem('export-failed', { detail: String(error) }) });
  }
};

/** What a picture says of the moment that it shows. */
const useCaption = (title: string): (() => Caption) => {
  const t = useTranslations();
  const say = useMomentText();
  const sentence = useSentence();
  return () => {
    const position = String(useSim.getState().frame?.position ?? 0);
    const event = t('lab.transport.event', { position });
    return {
      title,
      sentence,
      moment: `${say(playhead.now())} · ${event}`,
      maker: t('app.name'),
    };
  };
};

/** The link to this run, and the same as files. `title`: of the lab or the lesson. */
export const ShareDialog = (props: { lab: string; title: string; onClose: () => void }) => {
  const t = useTranslations('lab.share');
  const caption = useCaption(props.title);
  const [link, setLink] = useState('');
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    const done = beginWork();
    void makeLink(props.lab)
      .then((made) => setLink(made ?? ''))
      .finally(done);
    return done;
  }, [props.lab]);

  const tooLong = link.length > LONGEST_LINK;
  const copy = (): void => {
    void navigator.clipboard.writeText(link).then(() => setCopied(true));
  };
  return (
    <Dialog title={t('title')} onClose={props.onClose}>
      <p>{t('text')}</p>
      <Field
        label={t('link')}
        value={link}
        onChange={() => undefined}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
        error={tooLong ? t('large', { size: sizeText(link.length) }) : null}
      />
      <div className="row">
        <Button kind="primary" onPress={copy}>
          {copied ? t('copied') : t('copy')}
        </Button>
        <Button onPress={() => void saveFile(props.lab)}>{t('file')}</Button>
        <ChooseFiles
          label={t('open')}
          accept=".json,application/json"
          onFiles={([first]) => {
            if (first === undefined) return;
            void openFile(first);
            props.onClose();
          }}
        />
        <Button onPress={() => void savePicture('svg', caption)}>{t('svg')}</Button>
        <Button onPress={() => void savePicture('png', caption)}>{t('png')}</Button>
      </div>
    </Dialog>
  );
};
