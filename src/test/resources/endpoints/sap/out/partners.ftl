<#-- SAP's partner functions for the roles of the message; empty for one that SAP does not want. -->
<#function partnerRole party>
  <#return {"buyer": "AG", "shipFrom": "AG", "shipTo": "WE", "supplier": "LF", "carrier": "SP"}[party.role.meaning!"none"]!"">
</#function>
