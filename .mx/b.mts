import {gen} from './gen.mts';
import {assign,reassign} from '@/lib/jury/assignment';
import {loadSolver} from '@/lib/solver';
await loadSolver();
const go=async(name:string,pr:any)=>{const t=performance.now();const s=await assign(pr);console.log('##',name,s.status,s.objective,s.bound,s.gap,s.pairs.length,s.unmet.length,(performance.now()-t).toFixed(0)+'ms');for(const l of s.explanation.summary)console.log('  ',l.slice(0,600));if(s.explanation.contradiction)console.log('  rules',s.explanation.contradiction.rules.length,s.explanation.contradiction.minimal,'relax',s.explanation.relaxation!.cost,s.explanation.relaxation!.bound);return s};
await go('plain',gen(300,60,5));
{const p=gen(300,60,5);for(const j of p.jurors)j.load=[0,24];await go('cap',p);}
{const p=gen(300,60,5);for(const j of p.jurors)j.load=[26,30];await go('mins',p);}
{const p=gen(300,60,5);for(const j of p.jurors.slice(0,57))p.conflicts.push([j.id,'p3']);await go('p3',p);}
{const p=gen(1000,200,3);for(const j of p.jurors)j.load=[0,14];await go('cap1000',p);}
{const p:any=gen(30,10,5);p.pinned=[['j1','p1'],['j2','p1']];p.apart=[['j1','j2']];await go('pinapart',p);}
{const p:any=gen(30,10,5,{conf:0});p.apart=[];for(let a=0;a<7;a++)for(let b=0;b<a;b++)p.apart.push(['j'+a,'j'+b]);await go('clique',p);}
{const p:any=gen(10,6,3,{conf:0});p.apart=[['j0','j1'],['j1','j2'],['j2','j3'],['j3','j4'],['j4','j0']];await go('odd cycle',p);}
{const p=gen(300,60,5,{apart:30,bg:true});const s=await go('base',p);const q={...p,jurors:p.jurors.map((j:any)=>j.id==='j5'?{...j,available:false}:{...j,load:[j.load[0],j.load[1]+2]})};const t=performance.now();const r=await reassign(q,s.pairs);const had=new Set(s.pairs.map(String));console.log('re',r.status,r.objective,r.bound,'kept',r.pairs.filter(x=>had.has(String(x))).length,'of',s.pairs.length,'j5 had',s.pairs.filter(x=>x[0]==='j5').length,(performance.now()-t).toFixed(0));}
