import { useTranslations } from 'use-intl';
import type { Forbidden, PathStep, ReachAnswer } from '../../../view/reach.ts';
import { Button } from '../../widgets/button.tsx';

/** What a search has found: the shortest run, or how far there is none, and by which rule. */
export const ReachResult = (props: {
  answer: ReachAnswer;
  /** Of the acceptors, by place. */
  names: readonly string[];
  onPlay: () => void;
  /** Null when nothing is left to be searched, or no more can be. */
  onFurther: (() => void) | null;
}) => {
  const t = useTranslations('paxosTools.reach');
  const { answer, names, onPlay, onFurther } = props;
  if (!answer.reached) {
    const { searched, complete, bounds, forbidden } = answer;
    const { ballots, wipes } = bounds;
    return (
      <>
        <p className="reach-answer">
          {complete
            ? t(wipes === 0 ? 'no' : 'noDisks', { ballots, wipes, searched })
            : t('unknown', { searched })}
        </p>
        {forbidden !== null && <Rule forbidden={forbidden} names={names} />}
        {!complete && forbidden === null && onFurther !== null && (
          <Button onPress={onFurther}>{t('further')}</Button>
        )}
      </>
    );
  }
  const { path, scenario, searched } = answer;
  return (
    <>
      <p className="reach-answer">
        {path.length === 0 ? t('yesNow') : t('yes', { events: path.length })}{' '}
        <span className="i2">{t('searched', { searched })}</span>
      </p>
      {path.length > 0 && scenario === null && <p>{t('noPlay')}</p>}
      {path.length > 0 && scenario !== null && (
        <div className="row">
          <Button kind="primary" onPress={onPlay}>
            {t('play')}
          </Button>
        </div>
      )}
      {path.length > 0 && (
        <ol className="reach-path" aria-label={t('path')}>
          {path.map((step, index) => (
            <li key={`${index} ${step.action}`}>
              <Step step={step} />
            </li>
          ))}
        </ol>
      )}
    </>
  );
};

const Step = ({ step }: { step: PathStep }) => {
  const t = useTranslations('paxosTools.reach');
  const { action, process, reported, quorum } = step;
  const ballot = String(step.ballot);
  const proposer = step.proposer ?? '';
  const value = step.value ?? '';
  switch (action) {
    case 'prepare':
      return t('step.prepare', { process, ballot });
    case 'promise':
      return reported === null
        ? t('step.promise', { process, ballot, proposer })
        : t('step.promiseReporting', {
            process,
            ballot,
            proposer,
            reported: t('vote', { ballot: String(reported.ballot), value: reported.value }),
          });
    case 'propose':
      return t('step.propose', { process, quorum: quorum.join(', '), ballot, value });
    case 'accept':
      return t('step.accept', { process, ballot, value });
    case 'wipe':
      return t('step.wipe', { process });
    case 'restart':
      return t('step.restart', { process });
  }
};

const Rule = ({ forbidden, names }: { forbidden: Forbidden; names: readonly string[] }) => {
  const t = useTranslations('paxosTools.reach');
  const { rule, acceptors, proposals, at } = forbidden;
  const [first] = proposals;
  return (
    <p className="reach-rule">
      <b>{t('ruleName', { rule })}</b>{' '}
      {t(`rule.${rule}`, {
        names: acceptors.map((place) => names[place] ?? '').join(', '),
        ballot: String(first?.ballot ?? 0),
        value: first?.value ?? '',
        at: String(at ?? 0),
      })}
    </p>
  );
};
