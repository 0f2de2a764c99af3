import type { ClientView, NodeView, ProviderView, SceneView } from './scene.ts';

/** Who provides, with the client that registers it and the node that stands for it. */
export interface Provided {
  readonly view: ProviderView;
  readonly client: ClientView | undefined;
  readonly node: NodeView | undefined;
}

export const providedOf = (scene: SceneView): readonly Provided[] =>
  scene.outside.flatMap((view) => {
    if (view.kind !== 'provider') return [];
    const client = scene.clients.find(({ pid }) => pid === (view.client ?? view.pid));
    const nodes = scene.nodes.filter(({ owner }) => owner !== null && owner === client?.pid);
    const node = nodes.find(({ deletedAt }) => deletedAt === null) ?? nodes.at(-1);
    return [{ view, client, node }];
  });

/** Everybody else: who calls them. */
export const consumersOf = (scene: SceneView): readonly ClientView[] => {
  const providing = new Set(providedOf(scene).map(({ client }) => client?.pid));
  return scene.clients.filter(({ pid }) => !providing.has(pid));
};
