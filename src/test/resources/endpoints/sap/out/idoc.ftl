<#include "partners.ftl">
<#-- A return as ORDERS05: one order of type RE, one item for each line of the message. -->
<#assign quantities = ["requested", "authorized", "shipped", "received"]>
<?xml version="1.0" encoding="UTF-8"?>
<ORDERS05>
  <IDOC BEGIN="1">
    <EDI_DC40 SEGMENT="1">
      <TABNAM>EDI_DC40</TABNAM>
      <DIRECT>2</DIRECT>
      <IDOCTYP>ORDERS05</IDOCTYP>
      <MESTYP>ORDERS</MESTYP>
      <SNDPOR>RETROGATE</SNDPOR>
      <SNDPRT>LS</SNDPRT>
      <SNDPRN>RETROGATE</SNDPRN>
      <REFINT>${message.id?replace("-", "")[0..<14]}</REFINT>
    </EDI_DC40>
    <E1EDK01 SEGMENT="1">
      <#if message.currency??>
      <CURCY>${message.currency}</CURCY>
      </#if>
      <BSART>RE</BSART>
      <BELNR>${message.documentNumber}</BELNR>
      <#if (message.reason.code)??>
      <AUGRU>${message.reason.code}</AUGRU>
      </#if>
    </E1EDK01>
    <#if message.documentDate??>
    <E1EDK03 SEGMENT="1">
      <IDDAT>012</IDDAT>
      <DATUM>${message.documentDate[0..<10]?replace("-", "")}</DATUM>
    </E1EDK03>
    </#if>
    <#list message.parties![] as party>
    <#if partnerRole(party)?has_content>
    <E1EDKA1 SEGMENT="1">
      <PARVW>${partnerRole(party)}</PARVW>
      <#if (party.gln!party.id)??>
      <PARTN>${party.gln!party.id}</PARTN>
      </#if>
      <#if party.name??>
      <NAME1>${party.name}</NAME1>
      </#if>
    </E1EDKA1>
    </#if>
    </#list>
    <#if (message.rma.number)??>
    <E1EDK02 SEGMENT="1">
      <QUALF>001</QUALF>
      <BELNR>${message.rma.number}</BELNR>
    </E1EDK02>
    </#if>
    <#list message.lines![] as line>
    <E1EDP01 SEGMENT="1">
      <POSEX>${(line.number * 10)?string("000000")}</POSEX>
      <#list quantities as name>
      <#if (line.quantities[name])??>
      <MENGE>${line.quantities[name]}</MENGE>
      <#break>
      </#if>
      </#list>
      <#if (line.quantities.uom.code)??>
      <MENEE>${line.quantities.uom.code}</MENEE>
      </#if>
      <#list [["003", "gtin"], ["001", "buyerCode"], ["002", "supplierCode"], ["002", "sku"]] as id>
      <#if (line.item[id[1]])??>
      <E1EDP19 SEGMENT="1">
        <QUALF>${id[0]}</QUALF>
        <IDTNR>${line.item[id[1]]}</IDTNR>
      </E1EDP19>
      </#if>
      </#list>
    </E1EDP01>
    </#list>
  </IDOC>
</ORDERS05>
