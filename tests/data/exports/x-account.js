window.YTD.account.part0 = [{"account":{"email":"own@example.org",
 "username":"our_own","accountId":"10","createdAt":"2009-06-30T07:52:16.000Z","accountDisplayName":"Our Own"}}]
