import { createRequire } from 'node:module';
const require = createRequire('/work/trees/maths/package.json');
const load = require('highs');
let t0=performance.now();
const highs = await load();
console.log('load', (performance.now()-t0).toFixed(0));
function rng(seed:number){return ()=>{seed|=0;seed=seed+0x6D2B79F5|0;let t=Math.imul(seed^seed>>>15,1|seed);t=t+Math.imul(t^t>>>7,61|t)^t;return((t^t>>>14)>>>0)/4294967296}}
function inst(P:number,J:number,n:number,themesN=12,kind='themes'){
  const r=rng(7);
  const th=Array.from({length:P},()=>{const s=new Set<number>();const k=1+Math.floor(r()*3);while(s.size<k)s.add(Math.floor(r()*themesN));return [...s]});
  const ex=Array.from({length:J},()=>{const s=new Set<number>();const k=1+Math.floor(r()*4);while(s.size<k)s.add(Math.floor(r()*themesN));return s});
  const po=Array.from({length:P},()=>Math.floor(r()*40)), jo=Array.from({length:J},()=>Math.floor(r()*40));
  const score=new Float64Array(P*J).fill(-1);
  for(let i=0;i<P;i++)for(let j=0;j<J;j++){ if(po[i]===jo[j]||r()<0.03) continue; score[i*J+j]= kind==='random'? Math.floor(r()*101): Math.round(100*th[i]!.filter(t=>ex[j]!.has(t)).length/th[i]!.length);}
  const avg=P*n/J; const lo=Math.floor(avg*0.8), hi=Math.ceil(avg*1.2);
  return {P,J,n,score,lo,hi};
}
type I=ReturnType<typeof inst>;
function build(m:I, cols:Int32Array|number[]){
  // cols: indices into P*J; plus slack cols: per file short, per juror under
  const nc=cols.length+m.P+m.J; const cost=new Float64Array(nc),lo=new Float64Array(nc),up=new Float64Array(nc).fill(1);
  const M=1000;
  const starts=new Int32Array(nc+1), idx=new Int32Array(cols.length*2+m.P+m.J), val=new Float64Array(idx.length).fill(1);
  let k=0;
  for(let c=0;c<cols.length;c++){cost[c]=-m.score[cols[c]!]!;starts[c]=k;idx[k++]=Math.floor(cols[c]!/m.J);idx[k++]=m.P+cols[c]!%m.J;}
  for(let i=0;i<m.P;i++){const c=cols.length+i;starts[c]=k;idx[k++]=i;cost[c]=M;up[c]=m.n;}
  for(let j=0;j<m.J;j++){const c=cols.length+m.P+j;starts[c]=k;idx[k++]=m.P+j;cost[c]=M;up[c]=m.lo;}
  starts[nc]=k;
  const rl=new Float64Array(m.P+m.J),ru=new Float64Array(m.P+m.J);
  rl.fill(m.n,0,m.P);ru.fill(m.n,0,m.P);rl.fill(m.lo,m.P);ru.fill(m.hi,m.P);
  return {numCols:nc,numRows:m.P+m.J,colCost:cost,colLower:lo,colUpper:up,rowLower:rl,rowUpper:ru,matrix:{format:'csc',numRows:m.P+m.J,numCols:nc,starts,indices:idx,values:val}};
}
function direct(m:I,opts:any){
  const t=performance.now();
  const cols=[];for(let e=0;e<m.P*m.J;e++)if(m.score[e]!>=0)cols.push(e);
  const model=highs.createModel(build(m,cols));model.options.set({output_flag:false,...opts});
  const t1=performance.now();const r=model.run();
  const s=model.getSolution();let frac=0;for(const v of s.colValue)if(Math.abs(v-Math.round(v))>1e-6)frac++;
  console.log('direct',JSON.stringify(opts),'obj',model.getObjectiveValue(),'status',r.modelStatus,'frac',frac,'build',(t1-t).toFixed(0),'total',(performance.now()-t).toFixed(0),'it',model.info.get('simplex_iteration_count'));
  model.dispose();
}
function colgen(m:I,opts:any,K=3,batch=3){
  const t=performance.now();
  const {P,J,score}=m;
  const inn=new Uint8Array(P*J);const cols:number[]=[];
  for(let i=0;i<P;i++){const c=[];for(let j=0;j<J;j++)if(score[i*J+j]!>=0)c.push(j);
    // rotate ties by i
    c.sort((a,b)=>score[i*J+b]!-score[i*J+a]!||((a*7919+i*104729)%J)-((b*7919+i*104729)%J));
    for(const j of c.slice(0,m.n*K)){inn[i*J+j]=1;cols.push(i*J+j);}}
  const model=highs.createModel(build(m,cols));model.options.set({output_flag:false,...opts});
  let rounds=0,times=[];
  for(;;){rounds++;const a=performance.now();model.run();const b=performance.now();times.push(+(b-a).toFixed(0));
    const s=model.getSolution();const d=s.rowDual;
    const add:number[]=[];
    for(let i=0;i<P;i++){const di=d[i]!;let best:[number,number][]=[];
      for(let j=0;j<J;j++){const e=i*J+j;if(inn[e]||score[e]!<0)continue;const rc=-score[e]!-di-d[P+j]!;if(rc<-1e-7)best.push([rc,e]);}
      best.sort((x,y)=>x[0]-y[0]);for(const [,e] of best.slice(0,batch)){add.push(e);inn[e]=1}}
    if(!add.length){let frac=0;for(const v of s.colValue)if(Math.abs(v-Math.round(v))>1e-6)frac++;
      console.log('colgen',K,batch,JSON.stringify(opts),'obj',model.getObjectiveValue(),'frac',frac,'cols',cols.length,'rounds',rounds,'times',times.join(','),'total',(performance.now()-t).toFixed(0));break;}
    for(const e of add)cols.push(e);
    const n=add.length;const st=new Int32Array(n+1);const ix=new Int32Array(2*n);for(let k=0;k<n;k++){st[k]=2*k;ix[2*k]=Math.floor(add[k]!/J);ix[2*k+1]=P+add[k]!%J}st[n]=2*n;
    model.addCols({cost:Float64Array.from(add,e=>-score[e]!),lower:new Float64Array(n),upper:new Float64Array(n).fill(1),matrix:{format:'csc',numRows:P+J,numCols:n,starts:st,indices:ix,values:new Float64Array(2*n).fill(1)}});
  }
  model.dispose();
}
for(const kind of ['themes','random'])for(const [P,J,n] of [[300,60,5],[1000,200,3],[300,300,5]] as const){
  const m=inst(P,J,n,12,kind);console.log('==',kind,P,J,n);
  if(process.argv[2]!=='cg')direct(m,{});
  if(process.argv[2]!=='cg')direct(m,{presolve:'off',solver:'simplex'});
  if(process.argv[2]!=='cg')direct(m,{presolve:'off',solver:'simplex',simplex_strategy:4});
  colgen(m,{presolve:'off',solver:'simplex',simplex_strategy:4},2,2);
  colgen(m,{presolve:'off',solver:'simplex',simplex_strategy:4},3,5);
  colgen(m,{presolve:'off',solver:'simplex'},3,5);
}
