import {gen} from './gen.mts';
import {assign} from '@/lib/jury/assignment';
import {loadSolver} from '@/lib/solver';
await loadSolver();
for(const [P,J,n] of [[300,60,5],[1000,200,3],[300,300,5]] as const) for(const o of [{},{apart:20},{apart:100},{bg:true},{bg:true,apart:50}] as const){
 const pr=gen(P,J,n,o);const t=performance.now();const s=await assign(pr);
 console.log(P,J,n,JSON.stringify(o),'obj',s.objective,'bound',s.bound,'slack',s.slack.length,(performance.now()-t).toFixed(0)+'ms');
}
