<#-- H: document 20, RMA 20, date 8, number of lines 4. L: line 4, article 20, quantity 10, reason 20. -->
<#function column text width>
  <#if text?length gt width>
    <#stop "'" + text + "' has more than " + width + " characters.">
  </#if>
  <#return text?right_pad(width)>
</#function>
<#function amount quantities>
  <#list ["shipped", "authorized", "requested", "received"] as name>
    <#if quantities[name]??><#return quantities[name]></#if>
  </#list>
  <#return "0">
</#function>
<#assign lines = message.lines![]>
H${column(message.documentNumber, 20)}${column((message.rma.number)!"", 20)}${column((message.documentDate[0..<10]?replace("-", ""))!"", 8)}${lines?size?string("0000")}
<#list lines as line>
<#assign article = (line.item.gtin)!(line.item.sku)!(line.item.supplierCode)!(line.item.buyerCode)!"">
L${line.number?string("0000")}${column(article, 20)}${amount(line.quantities!{})?left_pad(10, "0")}${column((line.reason.meaning)!(line.reason.code)!"", 20)}
</#list>
