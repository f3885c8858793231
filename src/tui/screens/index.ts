/** THE table of screens: what each of them shows. */
import type { Model } from '../state/model.ts';
import type { ScreenName, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { diagnosisModel } from './diagnosis.ts';
import { helpModel, pasteModel } from './help.ts';
import { homeModel, listModel } from './home.ts';
import { pageModel } from './page.ts';
import { planModel } from './plan.ts';
import { searchModel } from './search.ts';
import { treeModel } from './tree.ts';

const MODELS: Record<ScreenName, (view: View, world: World) => Model> = {
  home: homeModel,
  search: searchModel,
  list: listModel,
  page: pageModel,
  tree: treeModel,
  diagnosis: diagnosisModel,
  plan: planModel,
  paste: pasteModel,
  help: helpModel,
};

const made = new WeakMap<View, Model>();

/** What a view shows; made once for each. */
export function modelOf(view: View, world: World): Model {
  let model = made.get(view);
  if (!model) {
    model = MODELS[view.subject.screen](view, world);
    made.set(view, model);
  }
  return model;
}
