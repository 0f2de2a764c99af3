import type { PaxosDetail } from '../../../view/paxos.ts';
import { useTranslations } from 'use-intl';
import type { ScenarioFile } from '../../../view/scenario.ts';
import type { Policy } from '../../../view/study.ts';
import { openScenario } from '../../share/open-run.ts';
import { askPaxos } from './ask.ts';
import { play, send } from '../../sim/actions.ts';
import { useLabFrame } from '../../sim/selectors.ts';
import { useSim } from '../../sim/store.ts';
import { Menu } from '../../widgets/menu.tsx';

const CURES: readonly Policy[] = ['one-waits', 'random', 'exponential', 'leader', 'immediate'];

/** The livelock that was left for a cure, and how far it had come. */
let left: ScenarioFile | null = null;

const cure = async (policy: Policy): Promise<void> => {
  const { frame } = useSim.getState();
  const detail = frame?.detail as { readonly schedule: unknown } | undefined;
  if (detail !== undefined && detail.schedule !== null) {
    left = (await send({ type: 'save' })).scenario ?? null;
  }
  const found = await askPaxos({ ask: 'other-retry', policy });
  if (found === undefined) return;
  const { problem } = await openScenario(found.scenario);
  if (problem === null) await play();
};

const goBack = async (): Promise<void> => {
  if (left !== null) await openScenario(left);
};

/** The same duel with another retry policy, by one press; and the way back. */
export const Cures = () => {
  const t = useTranslations('paxosTools');
  const frame = useLabFrame<PaxosDetail>();
  if (frame === null) return null;
  const back =
    left === null || frame.detail.schedule !== null
      ? []
      : [{ id: 'back', label: t('cures.back'), onPress: () => void goBack() }];
  const entries = CURES.map((policy) => ({
    id: policy,
    label: t('cures.entry', {
      policy: t(`chart.policy.${policy}`),
      text: t(`policyText.${policy}`),
    }),
    onPress: () => void cure(policy),
  }));
  return (
    <Menu entries={[...back, ...entries]} className="btn btn-quiet">
      {t('cures.open')}
    </Menu>
  );
};
