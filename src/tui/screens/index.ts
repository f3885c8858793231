/** THE table of screens: what each of them shows. */
import type { Model } from '../state/model.ts';
import type { ScreenName, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { checkModel } from './check.ts';
import { diagnosisModel } from './diagnosis.ts';
import { helpModel, pasteModel } from './help.ts';
import { homeModel } from './home.ts';
import { listModel } from './list.ts';
import { pageModel } from './page.ts';
import { planModel } from './plan.ts';
import { searchModel } from './search.ts';
import { treeModel } from './tree.ts';

const MODELS: Record<ScreenName, (view: View, world: World, last: View | undefined) => Model> = {
  home: homeModel,
  search: searchModel,
  list: listModel,
  page: pageModel,
  tree: treeModel,
  diagnosis: diagnosisModel,
  plan: planModel,
  check: checkModel,
  paste: pasteModel,
  help: helpModel,
};

const made = new WeakMap<View, { model: Model; last: View | undefined }>();

/** What a view shows; made once for each. `last` is the newest diagnosis of the history, which home leads back to. */
export function modelOf(view: View, world: World, last: View | undefined): Model {
  const { screen } = view.subject;
  const used = screen === 'home' || screen === 'search' ? last : undefined;
  const known = made.get(view);
  if (known && known.last === used) return known.model;
  const model = MODELS[screen](view, world, used);
  made.set(view, { model, last: used });
  return model;
}
