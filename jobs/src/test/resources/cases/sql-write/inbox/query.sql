insert into evaluation select * from evaluation
