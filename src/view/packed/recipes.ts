import { bool, keptList, list, nullable, num, record, str } from '../codec.ts';
import type { Codec } from '../codec.ts';
import { outsideView } from '../outside-codec.ts';
import type {
  CallView,
  LineView,
  ListingView,
  RecipeClientView,
  RecipeCounts,
  RecipeNodeView,
  RecipesDetail,
  RecipeServerView,
  RecipeSessionView,
  RecipeWaitView,
  ReleaseView,
  SpanView,
} from '../recipes.ts';

const listing = record<ListingView>({
  name: str(),
  words: bool,
  asks: bool,
  lines: list(
    record<LineView>({ label: str(), code: str(), rest: str(), note: str(), broken: str() }),
  ),
});

const server = record<RecipeServerView>({ pid: num, role: str(), connections: num, zxid: str() });

const client = record<RecipeClientView>({
  pid: num,
  name: str(),
  program: str(),
  line: nullable(num),
  over: bool,
  failed: str(),
  results: list(str()),
  values: list(
    record<RecipeClientView['values'][number]>({
      name: str(),
      value: str(),
    }),
  ),
  waits: nullable(
    record<RecipeWaitView>({
      kind: str<RecipeWaitView['kind']>(),
      what: str(),
      until: nullable(num),
    }),
  ),
  connection: str(),
  expired: bool,
  server: nullable(num),
  session: nullable(
    record<RecipeSessionView>({ id: str(), touchedAt: num, expiresAt: num, timeout: num }),
  ),
  believes: list(str()),
  holds: list(str()),
  own: str(),
  token: str(),
  woken: num,
  wokenForNothing: num,
  grants: num,
  wake: str<RecipeClientView['wake']>(),
  list: list(str()),
  next: str(),
  thinkMs: num,
  messages: num,
  asked: num,
});

const node = record<RecipeNodeView>({
  path: str(),
  name: str(),
  ephemeral: bool,
  sequential: bool,
  owner: nullable(num),
  czxid: str(),
  version: num,
  data: str(),
  watchers: list(
    record<RecipeNodeView['watchers'][number]>({
      pid: num,
      what: str<RecipeNodeView['watchers'][number]['what']>(),
    }),
  ),
  deletedAt: nullable(num),
});

const span = record<SpanView>({
  pid: num,
  kind: str<SpanView['kind']>(),
  what: str(),
  from: num,
  to: nullable(num),
});

/** How the recipe lab's own part of a frame is packed. */
export const packed: Codec<RecipesDetail> = record<RecipesDetail>({
  recipe: str(),
  root: str(),
  programs: keptList(listing),
  servers: keptList(server),
  clients: keptList(client),
  nodes: keptList(node),
  nodesHidden: num,
  outside: keptList(outsideView),
  spans: keptList(span),
  calls: keptList(
    record<CallView>({
      by: num,
      to: num,
      at: num,
      end: nullable(num),
      err: str<CallView['err']>(),
    }),
  ),
  spansHidden: num,
  releases: keptList(
    record<ReleaseView>({ at: num, by: num, node: str(), woken: num, forNothing: num }),
  ),
  releasesHidden: num,
  counts: record<RecipeCounts>({
    messages: num,
    requests: num,
    replies: num,
    notifications: num,
    writes: num,
    woken: num,
    wokenForNothing: num,
  }),
  spare: list(num),
});
