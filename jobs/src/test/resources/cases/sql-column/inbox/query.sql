select satisfction from evaluation
